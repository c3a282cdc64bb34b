-- How many open referrals a provider has is counted each time that one is proposed.
create index referral_by_provider on referral (provider_id, closed_at);
