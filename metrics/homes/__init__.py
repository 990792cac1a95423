"""The homes, their plans and what is said of them."""
