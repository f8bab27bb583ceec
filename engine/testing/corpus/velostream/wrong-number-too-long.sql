-- form: wrong-number
-- expect: NUMBER_OUT_OF_RANGE
SELECT 9223372036854775808 + quantity AS x FROM trades;
