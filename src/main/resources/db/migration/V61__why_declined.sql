-- Why a provider does not take her, in its own words; sealed.
alter table referral_attempt add column answer_reason varchar;
