-- form: types
-- expect: UNSUPPORTED_TYPE
SELECT passengers::INT AS a, passengers::DOUBLE PRECISION AS b, fare::NUMERIC(10, 1) AS c, zone::CHARACTER VARYING AS d, zone::TIMESTAMP AS e FROM rides;
