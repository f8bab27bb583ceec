-- form: annotations
-- expect: runs
-- notes: SYNTAX_ANNOTATION
SELECT zone, -- @num_partitions: 4
fare FROM rides;
