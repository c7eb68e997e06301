"""The shapes of version 1, written by hand: what stands here is the contract."""
