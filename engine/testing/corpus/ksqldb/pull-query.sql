-- form: plain-select
-- expect: runs
SELECT * FROM rides WHERE driver = 'ann';
