export type OpenPanel = 'edit' | 'decline' | 'merge' | 'hold' | 'ask' | null;
