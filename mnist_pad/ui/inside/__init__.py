"""The inside page: what goes on in the network while it reads."""
