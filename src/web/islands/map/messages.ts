const vi = {
  open: 'Bản đồ tương tác',
  close: 'Về bản đồ tĩnh',
  loading: 'Đang tải bản đồ…',
  ready: 'Bản đồ đã sẵn sàng. Dùng phím mũi tên để di chuyển, + và − để phóng to, thu nhỏ.',
  noWebGl:
    'Trình duyệt hoặc thiết bị này không hỗ trợ WebGL nên không mở được bản đồ tương tác. Bản đồ tĩnh và danh sách ở đây có đủ mọi kết quả.',
  failed:
    'Không tải được bản đồ tương tác. Bản đồ tĩnh và danh sách vẫn dùng được; hãy kiểm tra kết nối rồi bấm lại.',
  stale: 'Chưa tải được kết quả của vùng này; hãy kiểm tra kết nối rồi dịch chuyển bản đồ để thử lại.',
  searchHere: 'Tìm trong vùng bản đồ này',
  map: 'Bản đồ Việt Nam, có Quần đảo Hoàng Sa và Quần đảo Trường Sa',
  cluster: (count: string, name: string) => (name === '' ? `${count} kết quả` : `${name}, ${count} kết quả`),
  inList: 'Xem trong danh sách',
  more: (count: string) => `và ${count} kết quả khác ở đây`,
  controls: {
    'NavigationControl.ZoomIn': 'Phóng to',
    'NavigationControl.ZoomOut': 'Thu nhỏ',
    'Popup.Close': 'Đóng',
    'Marker.Title': 'Kết quả trên bản đồ',
    'CooperativeGesturesHandler.WindowsHelpText': 'Giữ Ctrl và cuộn để phóng to, thu nhỏ bản đồ',
    'CooperativeGesturesHandler.MacHelpText': 'Giữ ⌘ và cuộn để phóng to, thu nhỏ bản đồ',
    'CooperativeGesturesHandler.MobileHelpText': 'Dùng hai ngón tay để di chuyển bản đồ',
  },
};

const en: typeof vi = {
  open: 'Interactive map',
  close: 'Back to the drawing',
  loading: 'Loading the map…',
  ready: 'The map is ready. Move with the arrow keys, zoom with + and −.',
  noWebGl:
    'This browser or device does not support WebGL, so the interactive map cannot open. The drawing and the list here have all the results.',
  failed:
    'The interactive map could not be loaded. The drawing and the list still work; check the connection and press again.',
  stale: 'The results of this area could not be loaded; check the connection and move the map to try again.',
  searchHere: 'Search in this map area',
  map: 'Map of Vietnam, with the Hoàng Sa and Trường Sa archipelagos',
  cluster: (count, name) => {
    const results = `${count} ${count === '1' ? 'result' : 'results'}`;
    return name === '' ? results : `${name}, ${results}`;
  },
  inList: 'Show in the list',
  more: (count) => `and ${count} more here`,
  controls: {
    'NavigationControl.ZoomIn': 'Zoom in',
    'NavigationControl.ZoomOut': 'Zoom out',
    'Popup.Close': 'Close',
    'Marker.Title': 'Result on the map',
    'CooperativeGesturesHandler.WindowsHelpText': 'Hold Ctrl and scroll to zoom the map',
    'CooperativeGesturesHandler.MacHelpText': 'Hold ⌘ and scroll to zoom the map',
    'CooperativeGesturesHandler.MobileHelpText': 'Use two fingers to move the map',
  },
};

export type MapMessages = typeof vi;

export function mapMessages(lang: 'vi' | 'en'): MapMessages {
  return lang === 'en' ? en : vi;
}
