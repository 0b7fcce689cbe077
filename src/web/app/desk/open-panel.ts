export type OpenPanel = 'edit' | 'decline' | 'merge' | null;
