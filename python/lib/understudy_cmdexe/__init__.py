"""A reader of Windows batch files: what cmd.exe does with the files people write, off Windows."""
