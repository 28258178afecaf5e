"""The partner desk: where a partner's people look after its page and see what it brings."""
