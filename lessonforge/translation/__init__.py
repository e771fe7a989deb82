"""Machine translation, for those who ask for it: passages in one language become passages in another."""
