import styles from './post-text.module.css';

const MARKS =
  /(?<mention>(?<![\p{L}\p{N}_@.])@opencall(?![\p{L}\p{N}_]))|(?<option>(?:--|[—–])\p{L}[\p{L}-]*(?:[ =]?(?:"[^"\n]*"|[^\s—–"-]\S*))?)/giu;

/**
 * A person's text in its own direction: the mention and the options are set apart, so they neither decide the
 * direction (`dir="auto"` passes over `bdi`) nor get mixed up by it.
 */
export function PostText({ text, className }: { text: string; className?: string | undefined }) {
  const parts: React.ReactNode[] = [];
  let from = 0;
  for (const match of text.matchAll(MARKS)) {
    parts.push(text.slice(from, match.index));
    parts.push(
      <bdi key={match.index} className={match.groups?.mention ? styles.mention : styles.option}>
        {match[0]}
      </bdi>,
    );
    from = match.index + match[0].length;
  }
  parts.push(text.slice(from));
  return (
    <p dir="auto" className={className ? `${styles.text} ${className}` : styles.text}>
      {parts}
    </p>
  );
}
