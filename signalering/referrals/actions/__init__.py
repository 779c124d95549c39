"""What people do with referrals: one verb a function, whole or nothing."""
