"""What visitors of all halls say: survey answers, complaints and suggestions, and their figures."""
