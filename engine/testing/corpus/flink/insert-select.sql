-- form: insert-select
-- expect: runs
INSERT INTO dear SELECT zone, fare FROM rides WHERE fare > 50;
