-- form: source-options
-- expect: runs
SELECT zone, fare FROM rides WITH ('late.data.strategy' = 'drop') WITH ('watermark.strategy' = 'ascending');
