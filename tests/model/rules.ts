// Every test of a rule that looks at a clock or a calendar, on one page: web-test-runner.config.mjs puts the imports here.
export {};
