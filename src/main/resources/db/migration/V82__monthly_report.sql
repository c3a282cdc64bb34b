-- The first report that managers are told of is that of the month in which this was installed.
insert into daily_work (name, done_on) values ('report', current_date);
