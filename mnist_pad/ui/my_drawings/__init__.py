"""The page of the user's own drawings: how each is read, and in which styles it is written."""
