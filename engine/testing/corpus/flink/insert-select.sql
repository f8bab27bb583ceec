-- form: insert-select
-- expect: UNSUPPORTED_PLAIN_SELECT
INSERT INTO dear SELECT zone, fare FROM rides WHERE fare > 50;
