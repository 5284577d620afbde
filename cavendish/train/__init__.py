"""One loop that trains every part, the pool it reads, and the stages that say what is learned."""
