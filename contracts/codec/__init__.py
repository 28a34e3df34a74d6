"""Messages of the contract to JSON values and back."""
