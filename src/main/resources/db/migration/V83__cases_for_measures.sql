-- Measures count open and recently closed cases by their codes. Rows of case_file are long, since they hold what is sealed:
-- everything that is counted stands in this index, so that the rows are not read.
create index case_file_for_measures on case_file
  (status, site, phase, track, case_number, case_manager, released_at, release_date, closed_at);
