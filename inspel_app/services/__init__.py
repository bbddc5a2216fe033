"""What a user can ask for; the command line and the window call nothing else."""
