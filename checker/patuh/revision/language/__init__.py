"""The bounded language in which witnesses and differences are sought."""
