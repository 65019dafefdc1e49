"""Questions that the articles of one story answer differently, one module for each kind of question. Pure."""
