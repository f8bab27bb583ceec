-- form: plain-select
-- expect: UNSUPPORTED_PLAIN_SELECT
SELECT * FROM rides WHERE driver = 'ann';
