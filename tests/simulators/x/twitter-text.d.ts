declare module 'twitter-text' {
  const twitterText: {
    parseTweet(text: string): { weightedLength: number; valid: boolean };
    extractUrls(text: string): string[];
    extractMentions(text: string): string[];
  };
  // biome-ignore lint/style/noDefaultExport: it is how the package exports what it has
  export default twitterText;
}
