import packageFile from '../../package.json' with { type: 'json' };

const [, , command = ''] = process.argv;
if (command === '--version') process.stdout.write(`${packageFile.version}\n`);
