"""The trained encoder at run time: pieces, windows, weights and what is decoded from them. No PyTorch here."""
