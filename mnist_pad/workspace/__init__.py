"""What is open, as thin stores: frozen records, and one past-tense signal each. QtCore alone."""
