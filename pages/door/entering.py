"""In and out: the page that asks people to sign in, the way to the provider and back, and signing out."""
