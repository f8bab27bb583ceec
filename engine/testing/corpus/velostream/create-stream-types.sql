-- form: create-stream
-- expect: runs
CREATE STREAM kinds (whole BIGINT, small INT, tiny INTEGER, ratio DOUBLE, single FLOAT, price DECIMAL(10, 2), word STRING, letters VARCHAR, flag BOOLEAN, at TIMESTAMP, day DATE, tags ARRAY(STRING), counts MAP(STRING, BIGINT));
SELECT small, word, price, day, tags FROM kinds;
