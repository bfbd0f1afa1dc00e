"""The page of evaluation: how well weights read a set of images, and which they do not."""
