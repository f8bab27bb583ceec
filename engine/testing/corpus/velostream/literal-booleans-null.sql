-- form: literals
-- expect: runs
SELECT TRUE AS yes, false AS no, NULL AS unknown, fare FROM rides;
