"""Kiosks, boards and counter PCs: pairing, signs of life, paper, prints, how kiosks are used."""
