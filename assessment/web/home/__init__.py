"""What an account holds: its assessments, their wheels over time, its plans, and its log."""
