"""What a design sets over or beside a painted picture: exact outlines, antialiased at the picture's own size."""
