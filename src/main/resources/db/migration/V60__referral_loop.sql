-- How many open referrals a provider has is counted each time that one is proposed.
create index referral_by_provider on referral (provider_id, closed_at);

-- When her consent was taken back after sending, and the provider was asked to stop: once for each time that it was sent.
alter table referral_attempt add column stop_asked_at timestamp with time zone;
