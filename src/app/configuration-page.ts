import { describeSettings } from './describe-setting.ts';

const HEAD = `# Configuration

Every setting is read from the environment, or from a \`.env\` file in the folder where the app is started; the
environment counts more. None is needed: without any, everything runs on this machine. What is wrong is told at the
start, all of it at once.

This page is written from the schema in \`src/app/settings.ts\` by \`npm run opencall -- configuration\`; a test holds the
two together.

| setting | what it may be | without it | what it does |
|---|---|---|---|
`;

/** The page of all settings, in Markdown. */
export function configurationPage(): string {
  const rows = describeSettings().map(({ name, mayBe, default: without, does }) => {
    const possible = 'choices' in mayBe ? mayBe.choices.map((choice) => `\`${choice}\``).join(', ') : mayBe.text;
    return `| \`${name}\` | ${possible} | ${without === null ? '–' : `\`${without}\``} | ${does} |`;
  });
  return `${HEAD}${rows.join('\n')}\n`;
}
