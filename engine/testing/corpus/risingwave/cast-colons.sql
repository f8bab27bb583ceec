-- form: cast-colons
-- expect: runs
SELECT zone, fare::VARCHAR AS text, '12'::BIGINT + passengers AS n FROM rides;
