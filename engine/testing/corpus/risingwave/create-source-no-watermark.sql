-- form: create-source
-- expect: runs
CREATE SOURCE IF NOT EXISTS visits (visitor VARCHAR, page VARCHAR, at TIMESTAMP) INCLUDE timestamp AS seconds WITH (connector = 'kafka', topic = 'visits') FORMAT PLAIN ENCODE JSON;
SELECT page, COUNT(*) AS n FROM visits GROUP BY page;
