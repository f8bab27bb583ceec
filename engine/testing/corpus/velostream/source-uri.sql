-- form: source-uri
-- expect: UNSUPPORTED_SOURCE_URI
SELECT station, AVG(temperature) AS t FROM 'file://measurements.csv' GROUP BY station;
