-- form: insert-select
-- expect: runs
-- notes: RESULT_IS_SHOWN
INSERT INTO dear SELECT zone, fare FROM rides WHERE fare > 50;
