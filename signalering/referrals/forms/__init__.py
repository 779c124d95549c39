"""What people fill in around referrals."""
