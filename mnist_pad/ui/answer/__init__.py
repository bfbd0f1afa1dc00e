"""What the network says of the drawing, and how it is told that it misread."""
