"""The page where a network is trained and watched as it learns."""
