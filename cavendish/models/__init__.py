"""Functions from tensors to tensors: encoder, backbone, decoders; no loops over time, no plans."""
