"""What is learned, one file a stage: each names its modules, batches, loss and held-out figures."""
