"""Pictures whose truth is known, because we computed them."""
