-- form: show
-- expect: UNSUPPORTED_SHOW
SHOW PARTITIONS rides;
