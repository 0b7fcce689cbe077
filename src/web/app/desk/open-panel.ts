export type OpenPanel = 'edit' | 'decline' | null;
