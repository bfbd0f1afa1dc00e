"""What panels are made of: commands, names, plots, notices, pictures; none knows a panel."""
